package dev.callboard.settings;

import java.nio.file.Path;
import java.util.Optional;

/** Where passwords of profiles are kept, apart from the profiles. */
public interface Secrets {

    /** What a password is for. */
    enum Service {
        POSTGRES, REDIS
    }

    Optional<String> find(String profile, Service service);

    void keep(String profile, Service service, String password);

    /** Forgets it; nothing happens where there is none. */
    void forget(String profile, Service service);

    /** True for the keychain of the operating system, false for a file that its owner alone can read. */
    boolean isKeychain();

    /** The keychain where there is one, else files beside the profiles. */
    static Secrets of(Path dataFolder) {
        return KeychainSecrets.open().<Secrets>map(keychain -> keychain)
                .orElseGet(() -> new FileSecrets(dataFolder.resolve("profiles")));
    }
}
