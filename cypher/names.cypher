// What every entity is called, for the index of names.
MATCH (entity:Entity)
RETURN entity.id AS id, entity.name AS name, entity.kind AS kind, entity.aliases AS aliases, entity.mentions AS mentions
