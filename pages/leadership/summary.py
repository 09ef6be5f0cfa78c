"""What do I tell the board? One page, printable, with the numbers of the published report."""

from careerdash.ui import board

shown, found = board.choose()
board.page(shown, found)
