package dev.callboard.app;

/** Orders, whole in every language and size. */
class OrdersLayoutTest extends ScreenLayout {

    @Override
    String picture() {
        return "orders";
    }

    @Override
    void arrange(RenderedConsole console) {
        console.go("orders", "Niamh Gallagher");
        console.hand().awaitText("Niamh Gallagher, ");
    }
}
