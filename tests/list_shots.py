"""Moments of the Call-backs page, over a list of invented people."""

import shutil
import tempfile
import time
from pathlib import Path

import staged_list
from PySide6.QtWidgets import QApplication

from coach.store.opening import open_store

MOMENTS = ("callbacks", "callbacks_waiting", "callbacks_empty", "callbacks_person", "callbacks_import")
GUIDE = ("callbacks", "callbacks_import")
LIST = """Contact;Firma;Telefon;Colour
Ms Reyes;Reyes Paper;(212) 555-0190;red
Mr Osei;Osei Garden;(212) 555-0191;blue
Ms Dubois;Dubois Books;+44 20 7946 0190;
Mr Katz;;12;green
"""
READ_WITHIN_S = 10.0


def bring_about(window, moment):
    folder = Path(tempfile.mkdtemp())
    store = open_store(folder / "okbye.db", offers=staged_list.ids)
    window.closed.connect(store.close)
    window.closed.connect(lambda: shutil.rmtree(folder))
    if moment != "callbacks_empty":
        staged_list.fill(store.calls)
    window.callbacks.connect_to(staged_list.desk(store.calls))
    window.show_page("callbacks")
    page = window.callbacks
    settle(page)
    if moment == "callbacks_waiting":
        page.board.list.chips["waiting"].click()
    elif moment == "callbacks_person":
        page.board.list.table.selectRow(2)
        page.board.list.open.click()
    elif moment == "callbacks_import":
        (folder / "spring fair.csv").write_text(LIST)
        page.work.files.ask_what = lambda: folder / "spring fair.csv"
        page.board.bring.click()
    settle(page)


def settle(page):
    """Until what was asked of the list is shown."""
    done = []
    page.work._errands.run(lambda: None, done.append)
    until = time.monotonic() + READ_WITHIN_S
    while not done and time.monotonic() < until:
        QApplication.processEvents()
