// All mentions.
MATCH (passage:Passage)-[mention:MENTIONS]->(entity:Entity)
RETURN passage.id AS passage, entity.id AS entity, properties(mention) AS properties
