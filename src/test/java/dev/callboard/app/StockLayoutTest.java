package dev.callboard.app;

/** Stock with a product whose gate has drifted, whole in every language and size. */
class StockLayoutTest extends ScreenLayout {

    @Override
    String picture() {
        return "stock";
    }

    @Override
    void arrange(RenderedConsole console) {
        console.go("stock", "LED-E27");
        console.hand().awaitText("+2 ");
    }
}
