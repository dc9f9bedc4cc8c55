// All passages.
MATCH (passage:Passage)
RETURN passage.id AS id, passage.text AS text
