package dev.callboard.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Answers in our form what is no HTTP at all, or too much of it. */
final class JettyComplaints implements Request.Handler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        byte[] body = Reply.error("bad_request", "This request cannot be understood.").json()
                .getBytes(StandardCharsets.UTF_8);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(true, ByteBuffer.wrap(body), callback);
        return true;
    }
}
