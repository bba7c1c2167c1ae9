"""What requests on scenario files bring. A field's description is also what an error says was expected."""

from __future__ import annotations

from pydantic import Field, StrictStr, validator

from assistant_api.api.reading import Taken
from assistant_api.api.texts import require_text, require_words
from coaching.authoring.folder import LIMIT_BYTES
from coaching.authoring.transcript import LIMIT as TRANSCRIPT_LIMIT

FILE_BYTES = 7 * LIMIT_BYTES
"""A whole file fits, however JSON writes it: at most six bytes for one of its own, and some for the rest."""
TRANSCRIPT_BYTES = 13 * TRANSCRIPT_LIMIT
_TEXT = f"the file's text, at most {LIMIT_BYTES // 1024} KiB of it"


class ScenarioText(Taken):
    """The text of a scenario file, as it stands in an editor."""

    text: StrictStr = Field(max_length=LIMIT_BYTES, description=_TEXT)

    @validator("text")
    def _fits(cls, text: str) -> str:
        if len(require_text(text).encode("utf-8")) > LIMIT_BYTES:
            raise ValueError(_TEXT)
        return text


class CheckedText(ScenarioText):
    """A text to check."""

    id: StrictStr = Field("draft", max_length=64, description="the name that the file has or is to have")


class SavedText(ScenarioText):
    """A text to save."""

    opened: StrictStr | None = Field(
        None, max_length=64, description="the `version` that was opened, or null for a file that is not to be there yet"
    )


class PastedTranscript(Taken):
    """A conversation to make a draft of."""

    transcript: StrictStr = Field(
        max_length=TRANSCRIPT_LIMIT,
        minLength=1,
        description=f"a conversation of 1 to {TRANSCRIPT_LIMIT} characters, such as Customer: … and Agent: … by turns",
    )
    title: StrictStr | None = Field(None, max_length=200, description="what it is to be called, or null")

    @validator("transcript")
    def _words(cls, transcript: str) -> str:
        return require_words(transcript)

    @validator("title")
    def _title(cls, title: str | None) -> str | None:
        return None if title is None else require_words(title)
