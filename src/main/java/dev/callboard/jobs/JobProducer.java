package dev.callboard.jobs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonParser;

import dev.callboard.refusals.Refusal;

/** Adds jobs to a queue. */
final class JobProducer {
    static final int JOBS_PER_CALL = 200;
    static final int LETTERS_PER_CALL = 1_000_000;

    private final JobScripts scripts;
    private final QueueKeys keys;
    private final AddBatches batches = new AddBatches(this::send);

    JobProducer(JobScripts scripts, QueueKeys keys) {
        this.scripts = scripts;
        this.keys = keys;
    }

    /** Adds one, together with what others add at this moment. */
    String add(NewJob job) {
        check(job);
        return batches.add(job);
    }

    List<String> add(List<NewJob> jobs) {
        jobs.forEach(JobProducer::check);
        List<String> ids = new ArrayList<>(jobs.size());
        List<NewJob> part = new ArrayList<>();
        int letters = 0;
        for (NewJob job : jobs) {
            part.add(job);
            letters += job.dataJson().length();
            if (part.size() == JOBS_PER_CALL || letters > LETTERS_PER_CALL) {
                ids.addAll(send(part));
                part.clear();
                letters = 0;
            }
        }
        if (!part.isEmpty()) {
            ids.addAll(send(part));
        }
        return ids;
    }

    private List<String> send(List<NewJob> jobs) {
        List<Object> arguments = new ArrayList<>(1 + 8 * jobs.size());
        arguments.add(jobs.size());
        jobs.forEach(job -> append(arguments, job));
        return scripts.run("add", keys.meta(), arguments.toArray()).stream().map(String.class::cast).toList();
    }

    private static void append(List<Object> arguments, NewJob job) {
        JobOptions options = job.options();
        arguments.add(job.id() == null ? "" : job.id());
        arguments.add(job.name());
        arguments.add(job.dataJson());
        arguments.add(OptionsJson.write(options, job.id()));
        arguments.add(OptionsJson.millis(options.delay()));
        arguments.add(options.priority());
        arguments.add(options.lifo() ? "1" : "0");
        arguments.add(job.fields().size() * 2);
        job.fields().forEach((field, value) -> {
            arguments.add(field);
            arguments.add(value);
        });
    }

    /** A reader in Node throws at data that is not JSON, and stops there. */
    static void check(NewJob job) {
        if (job.id() != null) {
            JobIds.check(job.id());
        }
        if (!isJson(job.dataJson())) {
            throw Refusal.invalid("A job's data must be JSON.");
        }
    }

    static boolean isJson(String text) {
        try (JsonParser parser = OptionsJson.JSON.createParser(text)) {
            if (parser.nextToken() == null) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (IOException broken) {
            return false;
        }
    }
}
