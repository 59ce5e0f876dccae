"""Set pages → the print shop's file: inks, bleed, marks, sheets to be folded."""
