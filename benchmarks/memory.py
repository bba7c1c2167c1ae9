"""Memory of a process and its children."""

import psutil


def megabytes(pid: int) -> float:
    """Proportional set size (pages shared with others counted by share) of the process and its children, in MB."""
    process = psutil.Process(pid)
    family = [process, *process.children(recursive=True)]
    return sum(member.memory_full_info().pss for member in family) / 1e6
