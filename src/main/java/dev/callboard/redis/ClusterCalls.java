package dev.callboard.redis;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import redis.clients.jedis.CommandObject;
import redis.clients.jedis.Connection;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.exceptions.JedisAskDataException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisMovedDataException;
import redis.clients.jedis.executors.CommandExecutor;
import redis.clients.jedis.providers.ClusterConnectionProvider;

/**
 * Calls to a cluster. One is sent again only where a node said "not here, there", which proves that it did not run; after
 * a lost connection it may have.
 */
final class ClusterCalls implements CommandExecutor {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterCalls.class);

    private final ClusterConnectionProvider nodes;

    ClusterCalls(ClusterConnectionProvider nodes) {
        this.nodes = nodes;
    }

    @Override
    public <T> T executeCommand(CommandObject<T> command) {
        try {
            return here(command);
        } catch (JedisMovedDataException moved) {
            renewMap();
            try (Connection there = nodes.getConnection(moved.getTargetNode())) {
                return there.executeCommand(command);
            }
        } catch (JedisAskDataException migrating) {
            try (Connection there = nodes.getConnection(migrating.getTargetNode())) {
                there.executeCommand(Protocol.Command.ASKING);
                return there.executeCommand(command);
            }
        } catch (JedisConnectionException lost) {
            // another node may have taken over by the next call
            renewMap();
            throw lost;
        }
    }

    private <T> T here(CommandObject<T> command) {
        try (Connection node = nodes.getConnection(command.getArguments())) {
            return node.executeCommand(command);
        }
    }

    private void renewMap() {
        try {
            nodes.renewSlotCache();
        } catch (JedisException unreachable) {
            LOG.debug("the cluster does not say who has which slots: {}", unreachable.getMessage());
        }
    }

    @Override
    public void close() {
        nodes.close();
    }
}
