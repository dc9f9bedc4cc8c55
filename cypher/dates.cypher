// The first and the last day that a document tells of.
MATCH (document:Document)
RETURN min(document.date) AS firstSeen, max(document.date) AS lastSeen
