"""An article as it came, from Word, a web page, a PDF or an old encoding: its text, and what was taken away from it."""
