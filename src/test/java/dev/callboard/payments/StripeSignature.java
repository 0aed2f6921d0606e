package dev.callboard.payments;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import com.stripe.net.Webhook;

/** The header of a message as Stripe signs it: {@code t=…,v1=HMAC-SHA256}. */
public final class StripeSignature {
    public static final String SECRET = "whsec_double";

    private StripeSignature() {}

    /** Signed now, with {@link #SECRET}. */
    public static String of(byte[] body) {
        return of(body, SECRET, System.currentTimeMillis() / 1000);
    }

    /** @param at seconds since 1970 */
    public static String of(byte[] body, String secret, long at) {
        String text = new String(body, StandardCharsets.UTF_8);
        try {
            return "t=" + at + ",v1=" + Webhook.Util.computeHmacSha256(secret, at + "." + text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
