// A real unified-interface page is recognised by scripts under /uclient/scripts; this one does nothing else.
