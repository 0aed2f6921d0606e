package dev.callboard.jobs;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns the answer of {@code read.lua} into a snapshot, whatever stands in the fields. */
final class SnapshotReading {
    private final Map<String, byte[]> fields = new HashMap<>();

    private SnapshotReading(List<?> hash) {
        for (int at = 0; at + 1 < hash.size(); at += 2) {
            fields.put(decoded((byte[]) hash.get(at)), (byte[]) hash.get(at + 1));
        }
    }

    static Optional<JobSnapshot> of(String id, List<Object> answer) {
        List<?> hash = (List<?>) answer.get(5);
        String key = decoded((byte[]) answer.get(0));
        if (hash.isEmpty() && key.isEmpty()) {
            return Optional.empty();
        }
        List<String> logs = ((List<?>) answer.get(4)).stream().map(line -> decoded((byte[]) line)).toList();
        return Optional.of(new SnapshotReading(hash).snapshot(id, JobState.ofKey(key),
                Times.whole(decoded((byte[]) answer.get(1)), null), (Long) answer.get(2) == 1, logs,
                (Long) answer.get(3), children((List<?>) answer.get(6))));
    }

    private static JobChildren children(List<?> told) {
        return told.isEmpty() ? null : new JobChildren(kin(told, 0), kin(told, 2), kin(told, 4), kin(told, 6));
    }

    private static JobChildren.Kin kin(List<?> told, int at) {
        return new JobChildren.Kin((Long) told.get(at),
                ((List<?>) told.get(at + 1)).stream().map(key -> decoded((byte[]) key)).toList());
    }

    private JobSnapshot snapshot(String id, JobState state, Long score, boolean locked, List<String> logs, long lines,
            JobChildren children) {
        Long attempts = whole("atm", whole("attemptsMade", 0L));
        return new JobSnapshot(id, state, text("name"), text("data"), dataKind(), text("opts"), attempts.intValue(),
                whole("ats", 0L).intValue(), whole("stc", whole("stalledCounter", 0L)).intValue(), text("failedReason"),
                stacktrace(), logs, lines, Times.ofMillis(whole("timestamp", null)),
                Times.ofMillis(whole("processedOn", null)), Times.ofMillis(whole("finishedOn", null)),
                state == JobState.DELAYED ? Times.ofDelayedScore(score)
                        : state == JobState.PRIORITIZED ? null : Times.ofMillis(score),
                whole("delay", 0L), whole("priority", 0L), text("progress"), text("returnvalue"), text("parentKey"),
                text("rjk"), whole("cbr", null), locked, children, fields.isEmpty());
    }

    private JobSnapshot.DataKind dataKind() {
        byte[] data = fields.get("data");
        if (data == null) {
            return JobSnapshot.DataKind.ABSENT;
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(data)).toString();
            if (JobProducer.isJson(text)) {
                return JobSnapshot.DataKind.JSON;
            }
            return text.indexOf('\0') < 0 ? JobSnapshot.DataKind.TEXT : JobSnapshot.DataKind.BINARY;
        } catch (CharacterCodingException noText) {
            return JobSnapshot.DataKind.BINARY;
        }
    }

    private List<String> stacktrace() {
        String stored = text("stacktrace");
        if (stored == null) {
            return List.of();
        }
        return Stacktraces.read(stored);
    }

    private String text(String field) {
        byte[] value = fields.get(field);
        return value == null ? null : decoded(value);
    }

    private Long whole(String field, Long otherwise) {
        return Times.whole(text(field), otherwise);
    }

    /** No store of text takes a NUL. */
    private static String decoded(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
    }
}
