// The passage with the smallest id, and how many passages there are.
MATCH (passage:Passage)
WITH count(passage.id) AS total, min(passage.id) AS id
MATCH (passage:Passage {id: id})
RETURN total, properties(passage) AS properties
