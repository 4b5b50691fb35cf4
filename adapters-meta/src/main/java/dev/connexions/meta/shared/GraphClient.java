package dev.connexions.meta.shared;

import dev.connexions.application.shared.MetaFailure.Outage;
import dev.connexions.application.shared.MetaFailure.Rejected;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.AccessToken;
import dev.connexions.meta.catalogue.ErrorClasses;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The one place that speaks HTTP to Meta: tells an answer from a refusal, whatever the status says, and holds back what Meta
 * would refuse anyway. Safe for use by many threads.
 */
public final class GraphClient implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(GraphClient.class.getName());

    private final Line line;
    private final Addresses addresses;
    private final Requests requests;
    private final Reader reader;

    /** @throws dev.connexions.meta.catalogue.CatalogueException when what is known about Meta is not in order */
    public GraphClient(MetaSettings settings, InstantSource clock) {
        this(settings, clock, new GraphHttp());
    }

    GraphClient(MetaSettings settings, InstantSource clock, GraphHttp http) {
        line = new Line(http, settings.graphVersion(), clock);
        addresses = new Addresses(settings);
        requests = new Requests(settings);
        reader = new Reader(ErrorClasses.load());
    }

    /** A read whose object its token does not see is asked again as its fallback, if it has one. */
    public GraphReply send(GraphCall call, Deadline deadline) {
        var reply = sendOnce(call, deadline);
        var fallback = call.fallback();
        return fallback != null && call.method() == GraphCall.Method.GET && isBlind(reply)
                ? sendOnce(call.as(fallback), deadline)
                : reply;
    }

    /** The whole list, whatever number of pages it has. */
    public GraphListing list(GraphCall call, Deadline deadline) {
        return Pages.all(call, page -> send(page, deadline));
    }

    /**
     * Up to fifty calls in one, all of them as {@code token}: a reply for each, in their order. Where the call as a whole
     * fails, each of them does.
     */
    public List<GraphReply> batch(LoginProduct product, AccessToken token, List<GraphCall> calls, Deadline deadline) {
        var batch = Batch.of(product, token, calls, addresses);
        var whole = addresses
                .of(batch)
                .map(address ->
                        line.ask(line.asked(batch), requests.of(batch, address, deadline), deadline, reader::readBatch))
                .orElseGet(() -> notConfigured(product));
        if (whole.reading() instanceof Reading.Good(var answers)) {
            var readings = Batch.read(answers, calls.size(), reader);
            return IntStream.range(0, calls.size())
                    .mapToObj(i -> inBatch(calls.get(i), readings.get(i)))
                    .toList();
        }
        return calls.stream()
                .map(call -> whole.reply(call.method().hasEffect()))
                .toList();
    }

    /** Ambiguous whenever it is not known what arrived: the container knows. */
    public GraphReply upload(GraphUpload upload, Deadline deadline) {
        var call = GraphCall.post(LoginProduct.FACEBOOK, upload.container());
        return addresses
                .upload(upload.container())
                .map(address -> line.ask(line.asked(call), Requests.of(upload, address), deadline, reader::read))
                .orElseGet(() -> notConfigured(LoginProduct.FACEBOOK))
                .reply(true);
    }

    public GraphHealth health() {
        return line.health();
    }

    private GraphReply sendOnce(GraphCall call, Deadline deadline) {
        return addresses
                .of(call)
                .map(address ->
                        line.ask(line.asked(call), requests.of(call, address, deadline), deadline, reader::read))
                .orElseGet(() -> notConfigured(call.product()))
                .reply(call.method().hasEffect());
    }

    private GraphReply inBatch(GraphCall call, Reading reading) {
        return reading.reply(call.method().hasEffect(), line.heard(line.asked(call), reading));
    }

    private static Line.Heard notConfigured(LoginProduct product) {
        LOG.log(System.Logger.Level.WARNING, "the login product {0} is not configured", product.code());
        return Line.Heard.nothing(Outage.Kind.UNREACHABLE);
    }

    private static boolean isBlind(GraphReply reply) {
        return reply instanceof GraphReply.Failed(Rejected(var reason, var evidence))
                && reason.equals(ErrorClasses.OBJECT_MISSING);
    }

    @Override
    public void close() {
        line.close();
    }
}
