package dev.callboard.settings;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/**
 * A PIN that can be compared but not read back: PBKDF2 with HMAC-SHA-256 (RFC 8018) over a salt of its own.
 *
 * @param rounds of the derivation
 * @param salt in hexadecimal
 * @param hash in hexadecimal
 */
public record PinHash(int rounds, String salt, String hash) {
    private static final String SCHEME = "pbkdf2";
    /** What OWASP's Password Storage Cheat Sheet asks of this derivation. */
    private static final int ROUNDS = 600_000;
    private static final int MOST_ROUNDS = 10_000_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    /**
     * Hashes a PIN.
     *
     * @throws SettingRejected for anything but 4 to 12 digits
     */
    public static PinHash of(String pin) {
        if (!pin.matches("[0-9]{4,12}")) {
            throw new SettingRejected("A PIN has 4 to 12 digits.");
        }
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return new PinHash(ROUNDS, HexFormat.of().formatHex(salt), derived(pin, salt, ROUNDS));
    }

    /** @throws IllegalArgumentException for a text that {@link #toString} did not make */
    static PinHash parse(String text) {
        String[] parts = text.split(":");
        if (parts.length != 4 || !parts[0].equals(SCHEME) || !parts[1].matches("[1-9]\\d{0,7}")
                || !parts[2].matches("[0-9a-f]{32}") || !parts[3].matches("[0-9a-f]{64}")
                || Integer.parseInt(parts[1]) > MOST_ROUNDS) {
            throw new IllegalArgumentException("no PIN hash");
        }
        return new PinHash(Integer.parseInt(parts[1]), parts[2], parts[3]);
    }

    /** True for the PIN that it was made of; takes some tenths of a second on purpose. */
    public boolean matches(String pin) {
        byte[] tried = HexFormat.of().parseHex(derived(pin, HexFormat.of().parseHex(salt), rounds));
        return MessageDigest.isEqual(tried, HexFormat.of().parseHex(hash));
    }

    private static String derived(String pin, byte[] salt, int rounds) {
        char[] letters = pin.toCharArray();
        PBEKeySpec key = new PBEKeySpec(letters, salt, rounds, HASH_BITS);
        try {
            return HexFormat.of()
                    .formatHex(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256").generateSecret(key).getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has PBKDF2.", impossible);
        } finally {
            key.clearPassword();
            Arrays.fill(letters, ' ');
        }
    }

    /** As a setting is written. */
    @Override
    public String toString() {
        return SCHEME + ":" + rounds + ":" + salt + ":" + hash;
    }
}
