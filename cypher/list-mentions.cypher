// Who is named where, in all passages.
MATCH (passage:Passage)-[mention:MENTIONS]->(entity:Entity)
RETURN passage.id AS source, entity.id AS target, mention.start AS key
