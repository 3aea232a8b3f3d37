"""Peer benchmark: how an enterprise stands among its peers, without telling of any one of them."""
