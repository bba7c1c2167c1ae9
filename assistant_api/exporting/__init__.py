"""Sessions as files to take along: CSV, XLSX, JSON and PDF of one session, of a person, of a cohort.

The same sessions make the same bytes each time, so that two exports can be compared.
"""
