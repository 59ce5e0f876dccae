"""The end of the last page (报尾): to whom the paper goes, who answers for it, how many are printed."""
