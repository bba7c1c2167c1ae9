"""Tables as CSV and as XLSX."""

from __future__ import annotations

import csv
import io
from datetime import datetime

import xlsxwriter

from assistant_api.exporting.cells import Cell, disarmed, fitting
from assistant_api.exporting.tables import Sheet

_BOM = "\ufeff"
"""Without it spreadsheets take UTF-8 for something else."""
_MADE = datetime(2000, 1, 1)
"""Stands in every workbook as the day on which it was made, so that the same rows make the same bytes."""
_WIDEST = 60


def as_csv(sheet: Sheet) -> bytes:
    """The table as CSV (RFC 4180), UTF-8 with a byte order mark, formulas disarmed."""
    held = io.StringIO(newline="")
    writer = csv.writer(held)
    writer.writerow(sheet.columns)
    for row in sheet.rows:
        writer.writerow([_shown(cell) for cell in row])
    return (_BOM + held.getvalue()).encode("utf-8")


def as_xlsx(*sheets: Sheet) -> bytes:
    """The tables as a workbook; texts stay texts whatever they begin with."""
    held = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(held, options)
    book.set_properties({"title": "HEARD Coach", "created": _MADE})
    bold = book.add_format({"bold": True})
    for sheet in sheets:
        page = book.add_worksheet(sheet.name)
        page.freeze_panes(1, 0)
        page.write_row(0, 0, sheet.columns, bold)
        for column, name in enumerate(sheet.columns):
            page.set_column(column, column, min(_WIDEST, _width(sheet, column, name)))
        for number, row in enumerate(sheet.rows, 1):
            for column, cell in enumerate(row):
                _write(page, number, column, cell)
        page.autofilter(0, 0, len(sheet.rows), len(sheet.columns) - 1)
    book.close()
    return held.getvalue()


def _shown(cell: Cell) -> Cell:
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return disarmed(cell) if isinstance(cell, str) else cell


def _write(page: xlsxwriter.worksheet.Worksheet, row: int, column: int, cell: Cell) -> None:
    if isinstance(cell, bool):
        page.write_boolean(row, column, cell)
    elif isinstance(cell, str):
        page.write_string(row, column, fitting(disarmed(cell)))
    elif cell is not None:
        page.write_number(row, column, cell)


def _width(sheet: Sheet, column: int, name: str) -> int:
    return 2 + max([len(name), *(len(str(row[column] or "").split("\n", 1)[0]) for row in sheet.rows[:200])])
