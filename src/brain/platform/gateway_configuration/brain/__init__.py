"""Remote configuration at a brain, which carries documents and hears what became of them."""
