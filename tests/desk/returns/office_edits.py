"""Edits made by LibreOffice itself: run by the system's Python, which has its bridge. Arguments: pipe, draft, folder.

Reads a list of [name, steps] from standard input and leaves NAME.docx in the folder for each. Verbs are those of
`edits`; words that a step asks for are searched as a person would, within one paragraph.
"""

import json
import os
import sys
import time
from contextlib import suppress
from pathlib import Path

import uno
from com.sun.star.awt.FontWeight import BOLD
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.text.ControlCharacter import PARAGRAPH_BREAK

FILTER = "MS Word 2007 XML"


def connected(pipe):
    """The context of the LibreOffice that listens on the pipe."""
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.5)
    raise SystemExit("no connection to LibreOffice")


def option(name, value):
    pair = PropertyValue()
    pair.Name, pair.Value = name, value
    return pair


class Editor:
    def __init__(self, document):
        self.document = document

    def find(self, words):
        search = self.document.createSearchDescriptor()
        search.SearchString = words
        search.SearchCaseSensitive = True
        found = self.document.findFirst(search)
        if found is None:
            raise SystemExit(f"LibreOffice finds no {words}")
        return found

    def within(self, anchor, words):
        """The words in the paragraph that holds the anchor, which is one run of words."""
        start = self.find(anchor)
        cursor = start.Text.createTextCursorByRange(start)
        cursor.gotoStartOfParagraph(False)
        search = self.document.createSearchDescriptor()
        search.SearchString = words
        search.SearchCaseSensitive = True
        return self.document.findNext(cursor.Start, search)

    def whole(self, anchor):
        found = self.find(anchor)
        cursor = found.Text.createTextCursorByRange(found)
        cursor.gotoStartOfParagraph(False)
        cursor.gotoEndOfParagraph(True)
        return cursor

    def replace(self, anchor, old, new):
        self.within(anchor, old).setString(new)

    def append(self, anchor, text):
        cursor = self.whole(anchor)
        cursor.Text.insertString(cursor.End, text, False)

    def overtype(self, anchor, text):
        self.whole(anchor).setString(text)

    def overtype_figure(self, anchor, old, new):
        cell = self.find(anchor).Text
        cursor = cell.createTextCursor()
        cursor.goRight(len(old), True)
        assert cursor.String == old, cursor.String
        cursor.setString(new)

    def bold(self, anchor, words):
        found = self.within(anchor, words)
        found.CharWeight = found.CharWeightAsian = BOLD

    def split(self, anchor, at):
        found = self.within(anchor, at)
        found.Text.insertControlCharacter(found.Start, PARAGRAPH_BREAK, False)

    def join(self, anchor):
        cursor = self.whole(anchor)
        cursor.collapseToEnd()
        cursor.goRight(1, True)
        cursor.setString(" " if anchor.isascii() else "")

    def insert(self, anchor, text):
        cursor = self.whole(anchor)
        cursor.collapseToEnd()
        cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
        cursor.Text.insertString(cursor, text, False)

    def delete(self, anchor):
        cursor = self.whole(anchor)
        cursor.goRight(1, True)
        cursor.setString("")

    def place(self, anchor):
        """The table of the anchor and the number of its row."""
        found = self.find(anchor)
        name = found.Cell.CellName
        return found.TextTable, int("".join(sign for sign in name if sign.isdigit())) - 1

    def insert_row(self, anchor, *cells):
        table, row = self.place(anchor)
        table.Rows.insertByIndex(row + 1, 1)
        for column, text in enumerate(cells):
            table.getCellByPosition(column, row + 1).setString(text)

    def delete_row(self, anchor):
        table, row = self.place(anchor)
        table.Rows.removeByIndex(row, 1)

    def move_row(self, anchor, before):
        table, row = self.place(anchor)
        _, target = self.place(before)
        count = table.Columns.Count
        words = [table.getCellByPosition(column, row).String for column in range(count)]
        table.Rows.removeByIndex(row, 1)
        table.Rows.insertByIndex(target, 1)
        for column, text in enumerate(words):
            table.getCellByPosition(column, target).setString(text)

    def dress(self, anchor, words, key, value):
        """A property of characters, by its name."""
        setattr(self.within(anchor, words), key, value)

    def footnote(self, anchor, words, text):
        found = self.within(anchor, words)
        note = self.document.createInstance("com.sun.star.text.Footnote")
        found.Text.insertTextContent(found.End, note, False)
        note.setString(text)

    def frame(self, anchor, text):
        found = self.find(anchor)
        frame = self.document.createInstance("com.sun.star.text.TextFrame")
        found.Text.insertTextContent(found.End, frame, False)
        frame.setString(text)

    def field(self, anchor, words):
        found = self.within(anchor, words)
        made = self.document.createInstance("com.sun.star.text.textfield.DateTime")
        found.Text.insertTextContent(found.End, made, False)

    def record(self, *_):
        self.document.RecordChanges = True


def main():
    pipe, draft, folder = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    context = connected(pipe)
    office = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    for name, steps in json.load(sys.stdin):
        print(name, file=sys.stderr)
        document = office.loadComponentFromURL(draft.as_uri(), "_blank", 0, (option("Hidden", True),))
        editor = Editor(document)
        for verb, *rest in steps:
            getattr(editor, verb)(*rest)
        document.storeToURL((folder / f"{name}.docx").as_uri(), (option("FilterName", FILTER),))
        document.close(True)
    with suppress(Exception):  # it goes before it can answer
        office.terminate()
    os._exit(0)  # all is stored; when the office is gone, the bridge may crash while Python shuts down


main()
