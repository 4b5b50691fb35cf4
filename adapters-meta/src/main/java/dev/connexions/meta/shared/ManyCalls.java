package dev.connexions.meta.shared;

import dev.connexions.application.shared.MetaAccess;
import dev.connexions.application.shared.MetaFailure.Rejected;
import dev.connexions.domain.connexion.LoginProduct;
import dev.connexions.domain.shared.AccessToken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/**
 * Many reads on behalf of one account, fifty with one request where Meta takes that: each has its own reply. Whether
 * {@code graph.instagram.com} takes batches is documented nowhere; where one is refused as a whole, its reads and all later
 * ones are made one by one.
 */
public final class ManyCalls {

    /** Meta's "Batch Requests": 51 are an error. */
    static final int MOST = 50;

    private final GraphClient client;
    private final Duration limit;
    private final AtomicBoolean refused = new AtomicBoolean();

    /** @param limit for each request */
    public ManyCalls(GraphClient client, Duration limit) {
        this.client = client;
        this.limit = limit;
    }

    /** A reply for each call, in their order. */
    public List<GraphReply> send(MetaAccess access, List<GraphCall> calls) {
        var replies = new ArrayList<GraphReply>(calls.size());
        for (var from = 0; from < calls.size(); from += MOST) {
            replies.addAll(some(access, calls.subList(from, Math.min(calls.size(), from + MOST))));
        }
        return replies;
    }

    private List<GraphReply> some(MetaAccess access, List<GraphCall> calls) {
        if (calls.size() == 1) {
            return List.of(one(calls.getFirst()));
        }
        return access.product() == LoginProduct.INSTAGRAM ? ofInstagram(access, calls) : ofFacebook(access, calls);
    }

    private GraphReply one(GraphCall call) {
        return client.send(call, Deadline.in(limit));
    }

    private List<GraphReply> ofInstagram(MetaAccess access, List<GraphCall> calls) {
        if (!refused.get()) {
            var replies = batch(access, access.token(), calls);
            if (!isOneRefusal(replies) || one(calls.getFirst()).equals(replies.getFirst())) {
                return replies;
            }
            refused.set(true);
        }
        return calls.stream().map(this::one).toList();
    }

    private List<GraphReply> ofFacebook(MetaAccess access, List<GraphCall> calls) {
        var replies = batch(access, access.token(), calls);
        var person = access.personToken();
        return person == null ? replies : again(access, person, calls, replies);
    }

    /** What the page's token does not see is asked again as the person behind it, as {@link GraphClient#send} does. */
    private List<GraphReply> again(
            MetaAccess access, AccessToken person, List<GraphCall> calls, List<GraphReply> replies) {
        var blind = IntStream.range(0, calls.size())
                .filter(i -> replies.get(i) instanceof GraphReply.Failed(var why) && Answered.isObjectMissing(why))
                .boxed()
                .toList();
        if (blind.isEmpty()) {
            return replies;
        }
        var second = batch(access, person, blind.stream().map(calls::get).toList());
        var all = new ArrayList<>(replies);
        for (var i = 0; i < blind.size(); i++) {
            all.set(blind.get(i), second.get(i));
        }
        return all;
    }

    private List<GraphReply> batch(MetaAccess access, AccessToken token, List<GraphCall> calls) {
        return client.batch(access.product(), token, calls, Deadline.in(limit));
    }

    /** The same one for each: it may be about the batch. What Meta says of the first alone tells. */
    private static boolean isOneRefusal(List<GraphReply> replies) {
        return replies.getFirst() instanceof GraphReply.Failed(Rejected(var reason, var evidence))
                && replies.stream().distinct().count() == 1;
    }
}
