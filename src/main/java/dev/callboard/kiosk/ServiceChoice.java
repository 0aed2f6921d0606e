package dev.callboard.kiosk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.callboard.parts.Texts;
import dev.callboard.tickets.KioskSight;
import dev.callboard.tickets.Queue;

import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/** The services on offer: under each other, from six on in two columns, from thirteen on in groups. */
final class ServiceChoice extends ScrollPane {
    private static final int TWO_COLUMNS_FROM = 6;

    private final KioskModel model;
    private final Texts texts;
    private final Map<String, ServiceButton> buttons = new LinkedHashMap<>();
    private final VBox services = new VBox();
    private Object built;

    /** @param page of which it is a part */
    ServiceChoice(KioskPage page, KioskModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        services.getStyleClass().add("services");
        setContent(services);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("scroll");
        page.on(model.snapshotProperty(), this::show);
        page.on(model.join().joiningProperty(), this::show);
        page.on(model.visitor().groupProperty(), this::show);
        show();
    }

    private void show() {
        KioskSight sight = model.sight();
        if (sight == null) {
            return;
        }
        List<Queue> offered = sight.services();
        if (offered.size() < ServiceGroups.FROM) {
            showServices(offered, sight);
            return;
        }
        Map<String, List<Queue>> groups = ServiceGroups.of(offered);
        List<Queue> open = groups.get(Objects.requireNonNullElse(model.visitor().groupProperty().get(), ""));
        if (open == null) {
            showGroups(groups);
        } else {
            showServices(open, sight);
        }
    }

    private void showGroups(Map<String, List<Queue>> groups) {
        if (groups.equals(built)) {
            return;
        }
        built = groups;
        buttons.clear();
        fill(groups.entrySet().stream().map(group -> {
            ServiceButton button = new ServiceButton(texts, () -> {
                model.touched();
                model.visitor().look(group.getKey());
            });
            button.showGroup(group.getKey(), group.getValue());
            return button;
        }).toList());
    }

    private void showServices(List<Queue> offered, KioskSight sight) {
        List<String> codes = offered.stream().map(Queue::code).toList();
        if (!codes.equals(built)) {
            built = codes;
            buttons.clear();
            offered.forEach(queue -> {
                ServiceButton button = new ServiceButton(texts, () -> model.choose(queue.code()));
                button.setId("service-" + queue.code());
                buttons.put(queue.code(), button);
            });
            fill(List.copyOf(buttons.values()));
            if (model.visitor().groupProperty().get() != null) {
                services.getChildren().addFirst(new KioskButton("fth-chevron-left", texts.of("kiosk.all_services"),
                        () -> model.visitor().look(null)));
            }
        }
        offered.forEach(queue -> {
            ServiceButton button = buttons.get(queue.code());
            button.show(queue, sight.wait(queue.code(), queue.waiting()), model.join().joiningProperty().get());
            if (sight.opensLater().containsKey(queue.code())) {
                button.showOpening(sight.opensLater().get(queue.code()));
            }
        });
    }

    private void fill(List<? extends Button> all) {
        if (all.size() < TWO_COLUMNS_FROM) {
            services.getChildren().setAll(all);
            return;
        }
        TilePane columns = new TilePane();
        columns.getStyleClass().add("columns");
        columns.setPrefColumns(2);
        all.forEach(button -> button.getStyleClass().add("narrow"));
        columns.getChildren().setAll(all.toArray(Node[]::new));
        services.getChildren().setAll(columns);
    }
}
