package dev.callboard.console.triage;

import java.util.List;

import javafx.beans.property.ObjectProperty;
import javafx.css.CssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.Styleable;
import javafx.css.StyleablePropertyFactory;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/** How many failed in each of the last hours, as small bars; an hour without any is a dot of the base line. */
final class HourBars extends Region {
    private static final StyleablePropertyFactory<HourBars> FACTORY = new StyleablePropertyFactory<>(
            Region.getClassCssMetaData());
    private static final CssMetaData<HourBars, Paint> BAR = FACTORY.createPaintCssMetaData("-bar-color",
            bars -> bars.bar, Color.GRAY, false);
    private static final CssMetaData<HourBars, Paint> BASE = FACTORY.createPaintCssMetaData("-base-color",
            bars -> bars.base, Color.GRAY, false);
    private static final double WIDTH = 84;
    private static final double HEIGHT = 18;

    private final SimpleStyleableObjectProperty<Paint> bar = new SimpleStyleableObjectProperty<>(BAR, this, "bar");
    private final SimpleStyleableObjectProperty<Paint> base = new SimpleStyleableObjectProperty<>(BASE, this, "base");
    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
    private final List<Integer> hourly;

    /** @param hourly the oldest hour first */
    HourBars(List<Integer> hourly) {
        this.hourly = hourly;
        getStyleClass().add("hour-bars");
        setMinSize(WIDTH, HEIGHT);
        setMaxSize(WIDTH, HEIGHT);
        getChildren().add(canvas);
        bar.addListener(change -> draw());
        base.addListener(change -> draw());
        draw();
    }

    private void draw() {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, WIDTH, HEIGHT);
        double step = WIDTH / hourly.size();
        int most = hourly.stream().mapToInt(Integer::intValue).max().orElse(0);
        for (int hour = 0; hour < hourly.size(); hour++) {
            double height = most == 0 ? 0 : Math.ceil((HEIGHT - 1) * hourly.get(hour) / most);
            pen.setFill(height > 0 ? bar.get() : base.get());
            pen.fillRect(Math.round(hour * step), HEIGHT - Math.max(1, height), 2.5, Math.max(1, height));
        }
    }

    ObjectProperty<Paint> barProperty() {
        return bar;
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return FACTORY.getCssMetaData();
    }
}
