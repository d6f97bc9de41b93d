"""Tables, as CSV or as a workbook: Quotedesk's own, a row a quote, and foreign ones, a row an article."""
