package dev.callboard.settings;

import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.PasswordAccessException;

/** Passwords in the keychain of the operating system. */
final class KeychainSecrets implements Secrets {
    private static final Logger LOG = LoggerFactory.getLogger(KeychainSecrets.class);
    private static final String OURS = "callboard";

    private final Keyring keyring;

    private KeychainSecrets(Keyring keyring) {
        this.keyring = keyring;
    }

    /** Empty where this machine has no keychain, or nobody to unlock it. */
    static Optional<KeychainSecrets> open() {
        try {
            return Optional.of(new KeychainSecrets(Keyring.create()));
        } catch (BackendNotSupportedException | RuntimeException | LinkageError none) {
            LOG.info("There is no keychain here: {}", none.getMessage());
            return Optional.empty();
        }
    }

    private static String account(String profile, Service service) {
        return profile + "/" + service.name().toLowerCase(java.util.Locale.ROOT);
    }

    @Override
    public Optional<String> find(String profile, Service service) {
        try {
            return Optional.ofNullable(keyring.getPassword(OURS, account(profile, service)));
        } catch (PasswordAccessException none) {
            return Optional.empty();
        }
    }

    @Override
    public void keep(String profile, Service service, String password) {
        try {
            keyring.setPassword(OURS, account(profile, service), password);
        } catch (PasswordAccessException refused) {
            throw new SettingRejected("The keychain did not take the password: " + refused.getMessage());
        }
    }

    @Override
    public void forget(String profile, Service service) {
        try {
            keyring.deletePassword(OURS, account(profile, service));
        } catch (PasswordAccessException none) {
            LOG.debug("There was no password to forget.");
        }
    }

    @Override
    public boolean isKeychain() {
        return true;
    }
}
