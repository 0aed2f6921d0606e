package dev.callboard.gateway;

import java.time.Duration;

/**
 * How the gateway serves.
 *
 * @param port 0 for any free one
 * @param limit reserves and payments per client and window; 0 is no limit
 * @param proxies trusted proxies in front, each of which names its client in {@code X-Forwarded-For}
 * @param timeToLive how long a reservation holds its goods
 */
public record GatewayOptions(String host, int port, int limit, Duration window, int proxies, Duration timeToLive) {}
