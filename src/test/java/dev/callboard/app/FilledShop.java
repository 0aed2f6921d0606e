package dev.callboard.app;

/** The one shop of a test run at the moment of the pictures, filled with the first test that needs it. */
final class FilledShop {
    static final Fixture SHOP = fill();

    private FilledShop() {}

    private static Fixture fill() {
        Fixture fixture = new Fixture();
        try {
            fixture.fill();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(fixture::close));
        return fixture;
    }
}
