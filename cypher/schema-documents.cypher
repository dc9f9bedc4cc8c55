// All that is kept of each document.
MATCH (document:Document)
RETURN document.id AS id, properties(document) AS properties
