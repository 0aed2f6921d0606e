package dev.callboard.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.javalin.http.Context;

/**
 * What is left of a body after its request was refused. A connection closed over bytes that nobody read is reset, and the
 * reset takes the answer with it (RFC 9112, 9.6): so the answer goes first, and the rest is read and forgotten, at most a
 * megabyte and for two seconds.
 */
final class RefusedBody {
    private static final Logger LOG = LoggerFactory.getLogger(RefusedBody.class);
    private static final int MOST_BYTES = 1024 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String LEFT = RefusedBody.class.getName();

    private RefusedBody() {}

    /** Answers before the body has ended. */
    static void answer(Context context, Reply reply, int status) {
        context.header("Connection", "close");
        try {
            reply.sendNow(context, status);
            // who waits to be told to go on sends nothing more
            context.attribute(LEFT, context.header("Expect") == null);
        } catch (IOException gone) {
            LOG.debug("Who sent too much did not wait for the answer: {}", gone.toString());
        }
    }

    /** Reads the rest, where there is one. */
    static void forget(Context context) {
        if (!Boolean.TRUE.equals(context.attribute(LEFT))) {
            return;
        }
        ServletContextRequest.getServletContextRequest(context.req()).getConnectionMetaData().getConnection()
                .getEndPoint()
                .setIdleTimeout(PATIENCE.toMillis());
        long end = System.nanoTime() + PATIENCE.toNanos();
        byte[] piece = new byte[8 * 1024];
        int forgotten = 0;
        try {
            InputStream stream = context.req().getInputStream();
            int read = stream.read(piece);
            while (read >= 0 && forgotten < MOST_BYTES && System.nanoTime() < end) {
                forgotten += read;
                read = stream.read(piece);
            }
        } catch (IOException gone) {
            LOG.debug("The rest of a refused body broke off: {}", gone.toString());
        }
    }
}
