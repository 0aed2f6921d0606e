package dev.callboard.gateway;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.callboard.live.FeedListener;
import dev.callboard.live.SnapshotFeed;
import dev.callboard.live.Subscriptions;
import dev.callboard.live.Topic;
import dev.callboard.refusals.Refusal;

/**
 * Tells viewers of a topic what stands now: one feed per topic that anybody looks at, shared by its viewers, so that a
 * viewer of one product gets nothing of another and a thousand viewers cost one read.
 */
final class Broadcast implements AutoCloseable {
    private static final int MOST_VIEWERS = 5_000;
    private static final int MOST_OF_ONE_CLIENT = 500;
    private static final Logger LOG = LoggerFactory.getLogger(Broadcast.class);

    private final Subscriptions subscriptions;
    private final Map<Topic, Channel> channels = new HashMap<>();
    private final Map<String, Integer> viewersOf = new HashMap<>();
    private int viewers;
    private boolean closed;

    Broadcast(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    /**
     * Begins to look at a topic; the viewer must leave it again.
     *
     * @param client who looks, by address
     * @param reader what stands now, as JSON; may block
     * @throws Refusal {@code too_many_viewers}
     */
    synchronized Viewer enter(Topic topic, String client, Supplier<String> reader) {
        if (closed || viewers >= MOST_VIEWERS || viewersOf.getOrDefault(client, 0) >= MOST_OF_ONE_CLIENT) {
            throw new Refusal("too_many_viewers", "Too many look on already; read from time to time instead.");
        }
        viewers++;
        viewersOf.merge(client, 1, Integer::sum);
        Channel channel = channels.computeIfAbsent(topic, shown -> {
            Channel opened = new Channel(reader);
            opened.feed.watch(Set.of(shown));
            opened.feed.open();
            return opened;
        });
        return channel.add(new Viewer(client));
    }

    synchronized void leave(Topic topic, Viewer viewer) {
        Channel channel = channels.get(topic);
        if (channel != null && channel.viewers.remove(viewer)) {
            viewers--;
            viewersOf.computeIfPresent(viewer.client(), (client, many) -> many == 1 ? null : many - 1);
            if (channel.viewers.isEmpty()) {
                channels.remove(topic).feed.close();
            }
        }
    }

    synchronized int viewers() {
        return viewers;
    }

    @Override
    public synchronized void close() {
        closed = true;
        channels.values().forEach(channel -> {
            channel.feed.close();
            channel.viewers.forEach(Viewer::close);
        });
    }

    private synchronized void tell(Channel channel, String news) {
        if (!news.equals(channel.latest)) {
            channel.latest = news;
            channel.viewers.forEach(viewer -> viewer.show(news));
        }
    }

    /** One topic with those who look at it. */
    private final class Channel implements FeedListener<String> {
        private final SnapshotFeed<String> feed;
        private final Set<Viewer> viewers = new LinkedHashSet<>();
        private String latest;

        Channel(Supplier<String> reader) {
            this.feed = new SnapshotFeed<>(reader, subscriptions, this);
        }

        Viewer add(Viewer viewer) {
            viewers.add(viewer);
            if (latest != null) {
                viewer.show(latest);
            }
            return viewer;
        }

        @Override
        public void read(String news) {
            tell(this, news);
        }

        @Override
        public void failed(RuntimeException failure) {
            LOG.warn("viewers hear nothing new for a moment: {}", failure.getMessage());
        }
    }
}
