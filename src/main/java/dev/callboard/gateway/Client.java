package dev.callboard.gateway;

import io.javalin.http.Context;

/** Who asks, as far as limits are concerned. */
final class Client {
    private Client() {}

    /**
     * The address that the nearest trusted proxy names, or that of the connection where there is none. What stands
     * further left in {@code X-Forwarded-For} anybody can write.
     */
    static String of(Context context, int proxies) {
        String named = context.header("X-Forwarded-For");
        if (proxies > 0 && named != null) {
            String[] hops = named.split(",");
            return network(hops[Math.max(0, hops.length - proxies)].strip());
        }
        return network(context.ip());
    }

    /** One household has a whole /64 of IPv6 addresses. */
    private static String network(String address) {
        String[] groups = address.split(":");
        return groups.length > 4 ? String.join(":", groups[0], groups[1], groups[2], groups[3]) : address;
    }
}
