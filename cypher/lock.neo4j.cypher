// Takes the write lock of a build and holds it until the transaction ends, however it ends.
MERGE (lock:Lock {id: 'build'})
SET lock.held = true
RETURN lock.id AS id
