"""What one cell or one name means: words, numbers, days, and the columns made of them."""
