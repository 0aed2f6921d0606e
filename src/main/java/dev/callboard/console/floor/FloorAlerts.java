package dev.callboard.console.floor;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.callboard.console.Right;
import dev.callboard.console.Surroundings;
import dev.callboard.console.Travel;
import dev.callboard.parts.Formats;
import dev.callboard.tickets.FloorCause;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.QueueState;
import dev.callboard.triage.OpenAlert;

/** Puts what is wrong into words, each with what mends it. */
final class FloorAlerts {
    private static final int MOST_SINGLE = 50;

    private final Surroundings around;
    private final FloorModel model;
    private final Travel travel;
    private final Places places;

    /** Where an alert leads on the Floor itself. */
    interface Places {
        /** Shows who waits in that queue. */
        void line(String queue);

        /** Brings the counters into focus. */
        void counters();
    }

    FloorAlerts(Surroundings around, FloorModel model, Travel travel, Places places) {
        this.around = around;
        this.model = model;
        this.travel = travel;
        this.places = places;
    }

    /** The worst first, the newest of them first; very many are put together by kind. */
    List<FloorAlert> of(FloorSnapshot now) {
        List<FloorAlert> alerts = new ArrayList<>(
                now.causes().size() > MOST_SINGLE ? byKind(now.causes())
                        : now.causes().stream().map(this::one).toList());
        now.alerts().open().forEach(open -> alerts.add(raised(open)));
        alerts.sort(Comparator.comparing(FloorAlert::grave).thenComparing(FloorAlert::at).reversed());
        return List.copyOf(alerts);
    }

    private List<FloorAlert> byKind(List<FloorCause> causes) {
        Map<String, List<FloorCause>> kinds = causes.stream()
                .collect(Collectors.groupingBy(FloorCause::kind, LinkedHashMap::new, Collectors.toList()));
        return kinds.values().stream().map(this::together).toList();
    }

    private FloorAlert together(List<FloorCause> causes) {
        FloorCause newest = causes.getFirst();
        String names = causes.stream().map(this::title).collect(Collectors.joining(", "));
        return new FloorAlert(newest.kind(), newest.isGrave(), icon(newest),
                around.texts().of("floor.alert.together", causes.size(), title(newest)), names, newest.since(), null,
                null, Right.ALERTS, () -> model.take(causes, this::title));
    }

    private FloorAlert one(FloorCause cause) {
        return new FloorAlert(cause.kind() + cause.subject() + cause.occasion(), cause.isGrave(), icon(cause),
                title(cause), detail(cause), cause.since(), offer(cause), mend(cause),
                right(cause), () -> model.take(List.of(cause), this::title));
    }

    private static String icon(FloorCause cause) {
        return switch (cause) {
            case FloorCause.OverLimit over -> "fth-alert-circle";
            case FloorCause.Unserved unserved -> "fth-user-x";
            case FloorCause.FreeCounter free -> "fth-coffee";
            case FloorCause.Paused paused -> "fth-pause-circle";
            case FloorCause.SilentScreen silent -> "fth-monitor";
        };
    }

    private String title(FloorCause cause) {
        var texts = around.texts();
        return switch (cause) {
            case FloorCause.OverLimit over -> texts.of("floor.alert.over_limit", over.waiting().code(),
                    Formats.span(around.clock().since(over.waiting().joinedAt())));
            case FloorCause.Unserved unserved -> texts.of("floor.alert.unserved", unserved.queue().name());
            case FloorCause.FreeCounter free -> texts.of("floor.alert.free", free.counter().name(),
                    free.queue().code(), free.queue().waiting());
            case FloorCause.Paused paused -> texts.of("floor.alert.paused", paused.queue().name(),
                    Formats.span(around.clock().since(paused.queue().since())));
            case FloorCause.SilentScreen silent -> texts.of("floor.alert.silent", silent.screen().name());
        };
    }

    private String detail(FloorCause cause) {
        var texts = around.texts();
        return switch (cause) {
            case FloorCause.OverLimit over -> texts.of("floor.alert.over_limit.detail", over.queue().name(),
                    Formats.span(over.limit()), String.join(", ", over.counters()));
            case FloorCause.Unserved unserved -> texts.of("floor.alert.unserved.detail", unserved.queue().waiting());
            case FloorCause.FreeCounter free -> texts.of("floor.alert.free.detail",
                    Formats.span(around.clock().since(free.freeSince())), free.counter().holder(),
                    String.join(", ", free.counter().serves()));
            case FloorCause.Paused paused -> texts.of("floor.alert.paused.detail", why(paused.queue()),
                    paused.by() == null ? "–" : paused.by(), paused.queue().waiting());
            case FloorCause.SilentScreen silent -> texts.of("floor.alert.silent.detail",
                    around.formats().seconds(silent.screen().seenAt()));
        };
    }

    private String why(Queue queue) {
        return queue.reason() == null ? around.texts().of("queue." + queue.state()) : queue.reason();
    }

    private String offer(FloorCause cause) {
        var texts = around.texts();
        return switch (cause) {
            case FloorCause.OverLimit over -> texts.of("floor.alert.over_limit.mend");
            case FloorCause.Unserved unserved -> texts.of("floor.alert.unserved.mend");
            case FloorCause.FreeCounter free -> texts.of("floor.alert.free.mend", free.queue().code());
            case FloorCause.Paused paused -> texts.of("floor.alert.paused.mend");
            case FloorCause.SilentScreen silent -> null;
        };
    }

    private Runnable mend(FloorCause cause) {
        return switch (cause) {
            case FloorCause.OverLimit over -> () -> places.line(over.queue().code());
            case FloorCause.Unserved unserved -> places::counters;
            case FloorCause.FreeCounter free -> () -> model.serve(free.counter().name(), with(free));
            case FloorCause.Paused paused -> () -> model.setQueue(paused.queue().code(), QueueState.OPEN, null);
            case FloorCause.SilentScreen silent -> null;
        };
    }

    private static Right right(FloorCause cause) {
        return switch (cause) {
            case FloorCause.FreeCounter free -> Right.COUNTERS;
            case FloorCause.Paused paused -> Right.QUEUE_STATES;
            default -> Right.AUDIT;
        };
    }

    private static List<String> with(FloorCause.FreeCounter free) {
        List<String> queues = new ArrayList<>(free.counter().serves());
        queues.add(free.queue().code());
        return queues;
    }

    /** What a duty raised: the work behind it is done on the screen of its things. */
    private FloorAlert raised(OpenAlert open) {
        var texts = around.texts();
        boolean jobs = open.kind().equals("order.failed");
        String title = jobs ? texts.of("floor.alert.failed", open.count())
                : texts.of("floor.alert.raised", texts.named("floor.alert.kind", open.kind()), open.count());
        String detail = jobs && open.stake() != null
                ? texts.of("floor.alert.failed.detail", around.formats().money(open.stake()), open.message())
                : open.message();
        String place = jobs ? "triage" : open.kind().startsWith("outbox") ? "activity" : "orders";
        return new FloorAlert(open.kind(), true, "fth-alert-octagon", title, detail, open.at(),
                texts.of("floor.alert.open_in", texts.of("rail." + place)), () -> travel.go(place, ""),
                Right.AUDIT, () -> model.take(open));
    }
}
