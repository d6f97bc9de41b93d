"""UIMA's common analysis structure (CAS), the graph of annotations that INCEpTION and DKPro work on."""
