"""Writing scenarios of one's own: a starting file, checks, drafts from transcripts, a folder to keep them in."""

from coaching.authoring.check import check_file, check_text
from coaching.authoring.remark import ERROR, WARNING, Checked, Remark
from coaching.authoring.starter import new_text

__all__ = ["ERROR", "WARNING", "Checked", "Remark", "check_file", "check_text", "new_text"]
