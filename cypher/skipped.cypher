// What the last build did not read, as JSON, and how much that was; apart from the state, which every request asks for.
MATCH (graph:Graph {id: 'kith'})
RETURN graph.skipped AS items, graph.skippedTotal AS total
