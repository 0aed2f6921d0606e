package dev.callboard.app;

/** The Floor, whole in every language and size. */
class FloorLayoutTest extends ScreenLayout {

    @Override
    String picture() {
        return "floor";
    }

    @Override
    void arrange(RenderedConsole console) {
        console.go("floor", "A");
        console.hand().awaitText("Tomasz Nowak");
        console.hand().awaitText("C-019");
    }
}
