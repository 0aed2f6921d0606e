package dev.callboard.board;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.callboard.live.Topic;
import dev.callboard.parts.Formats;
import dev.callboard.parts.ShopClock;
import dev.callboard.parts.Sight;
import dev.callboard.parts.Texts;
import dev.callboard.tickets.BoardCall;
import dev.callboard.tickets.BoardSight;
import dev.callboard.tickets.Boards;
import dev.callboard.tickets.CallStatus;
import dev.callboard.tickets.Queue;
import dev.callboard.tickets.QueueState;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the board shows, from what it reads and as time passes; says calls aloud and sends receipts of them. */
public final class BoardModel implements AutoCloseable {
    private static final int TILES = 5;
    private static final Duration PAGE = Duration.ofSeconds(8);

    private final BoardPlace place;
    private final BoardSurroundings around;
    private final Boards boards;
    private final CallReceipts receipts;
    private final Announcer announcer;
    private final Sight<BoardSight> sight;
    private final BoardStage stage = new BoardStage();
    private final ReadOnlyObjectWrapper<BoardView> view = new ReadOnlyObjectWrapper<>();

    public BoardModel(BoardPlace place, BoardSurroundings around, Boards boards, Announcer announcer) {
        this.place = place;
        this.around = around;
        this.boards = boards;
        this.receipts = new CallReceipts(call -> boards.shown(place.screen(), call),
                call -> boards.spoken(place.screen(), call), around);
        this.announcer = announcer;
        this.sight = new Sight<>(this::read, BoardSight::asOf, around.subscriptions(), around.fx(), around.clock(),
                around.faults());
        sight.snapshotProperty().addListener((property, before, now) -> accept(now));
        tick();
    }

    private BoardSight read() {
        BoardSight read = boards.sight(place.queues());
        boards.present(place.screen(), place.queues());
        return read;
    }

    /** Begins to read and to hear. */
    public void open() {
        sight.open();
        sight.watch(place.queues().stream().map(Topic::queue).collect(Collectors.toSet()));
    }

    private void accept(BoardSight now) {
        for (BoardCall call : stage.accept(now.calls(), around.clock().nowProperty().get())) {
            announcer.announce(call, () -> receipts.spoken(call));
        }
        now.calls().stream().filter(call -> call.withdrawnAt() != null).forEach(announcer::withdraw);
        receipts.read(onBoard(now));
        tick();
    }

    private Set<Long> onBoard(BoardSight now) {
        return Stream.concat(now.calls().stream(), stage.bands().stream().map(ShownCall::call))
                .map(BoardCall::announced).collect(Collectors.toSet());
    }

    /** Carries the board on; called four times a second or oftener. */
    public void tick() {
        around.clock().tick();
        sight.tick();
        Instant now = around.clock().nowProperty().get();
        stage.tick(now);
        stage.bands().forEach(band -> receipts.shown(band.call()));
        view.set(look(now));
    }

    private BoardView look(Instant now) {
        Formats formats = around.formats();
        BoardSight read = sight.snapshotProperty().get();
        boolean stale = sight.staleProperty().get() && !sight.isSettling();
        List<ShownCall> bands = stage.bands();
        boolean timeKnown = read != null;
        return new BoardView(kind(read, bands), timeKnown ? formats.minutes(now) : "",
                timeKnown ? formats.day(now) : "", bands.stream().map(call -> shown(call, now)).toList(),
                page(stage.rows(), BoardStage.ROWS, now).stream().map(call -> shown(call, now)).toList(),
                read == null ? List.of() : page(read.queues(), TILES, now), pageWords(read, now),
                stale && read != null ? sight.ageProperty().get().toSeconds() : -1, formats.minutes(sight.asOf()),
                note(read, bands, now));
    }

    private BoardView.Kind kind(BoardSight read, List<ShownCall> bands) {
        if (read == null) {
            return sight.failureProperty().get() == null ? BoardView.Kind.STARTING : BoardView.Kind.UNREACHABLE;
        }
        if (!bands.isEmpty() && !(isClosed(read) && !anybodyExpected())) {
            return BoardView.Kind.CALLS;
        }
        return isClosed(read) ? BoardView.Kind.CLOSED : BoardView.Kind.EMPTY;
    }

    private boolean anybodyExpected() {
        return stage.waiting() > 0 || stage.bands().stream()
                .anyMatch(band -> band.call().status() == CallStatus.CALLED);
    }

    private static boolean isClosed(BoardSight read) {
        return !read.queues().isEmpty()
                && read.queues().stream().allMatch(queue -> queue.state() == QueueState.CLOSED);
    }

    private String note(BoardSight read, List<ShownCall> bands, Instant now) {
        Texts texts = around.texts();
        return switch (kind(read, bands)) {
            case STARTING, CALLS -> "";
            case UNREACHABLE -> texts.of("board.unreachable", place.connection());
            case EMPTY -> texts.of("board.empty");
            case CLOSED -> around.opening().words(place.opens(), now);
        };
    }

    private static BoardView.Call shown(ShownCall call, Instant now) {
        return new BoardView.Call(call.call().code(), CounterWords.of(call.call().counter()), call.isInverted(now),
                call.isWithdrawn());
    }

    /** The part of a list that is on view now; it changes every eight seconds. */
    private static <T> List<T> page(List<T> all, int size, Instant now) {
        int from = pageNumber(all.size(), size, now) * size;
        return all.subList(from, Math.min(all.size(), from + size));
    }

    private static int pageNumber(int count, int size, Instant now) {
        int pages = Math.max(1, Math.ceilDiv(count, size));
        return (int) (now.toEpochMilli() / PAGE.toMillis() % pages);
    }

    private String pageWords(BoardSight read, Instant now) {
        if (read == null || read.queues().size() <= TILES) {
            return "";
        }
        return around.texts().of("board.page", pageNumber(read.queues().size(), TILES, now) + 1,
                Math.ceilDiv(read.queues().size(), TILES));
    }

    /** The board as it is to be drawn now. */
    public ReadOnlyObjectProperty<BoardView> viewProperty() {
        return view.getReadOnlyProperty();
    }

    /** The name over it all. */
    String shop() {
        return place.shop();
    }

    /** The shop's time, carried on also while nothing can be read. */
    Instant now() {
        return around.clock().nowProperty().get();
    }

    /** Reads again at once. */
    public void readNow() {
        sight.readNow();
    }

    /** Words for a queue's tile: its name, with its state where it does not call. */
    String tileName(Queue queue, String name) {
        return switch (queue.state()) {
            case OPEN, LOCKED -> name;
            case PAUSED, CLOSED -> around.texts().of("board.tile." + queue.state(), name);
        };
    }

    @Override
    public void close() {
        sight.close();
    }
}
