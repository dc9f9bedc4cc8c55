import java.nio.file.Path;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.io.ByteUnit;

/** A Neo4j in a folder (first argument), on a port of this machine alone (second); it lives as long as its input. */
class Neo4j {
  public static void main(String[] args) throws Exception {
    var address = new SocketAddress("127.0.0.1", Integer.parseInt(args[1]));
    new DatabaseManagementServiceBuilder(Path.of(args[0]))
      .setConfig(BoltConnector.enabled, true)
      .setConfig(BoltConnector.listen_address, address)
      .setConfig(GraphDatabaseSettings.auth_enabled, true)
      .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(128))
      .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
      .build();
    System.out.println("ready on bolt://" + address);
    // The tests hold the other end: when they end, however they end, so does this, and nothing of it is to be kept.
    while (System.in.read() >= 0) {}
    Runtime.getRuntime().halt(0);
  }
}
