"""What annotation tools share: labelled spans of a text and labelled links between them, and quotes as such."""
