package dev.connexions.web.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.connexions.application.idempotency.BeginRequest;
import dev.connexions.application.idempotency.FinishRequest;
import dev.connexions.application.idempotency.FinishRequest.Ending;
import dev.connexions.application.idempotency.SealedAnswer;
import dev.connexions.application.shared.DatabaseUnavailableException;
import dev.connexions.application.shared.NoOrganisationException;
import dev.connexions.application.shared.StaleException;
import dev.connexions.domain.shared.Caller;
import dev.connexions.domain.shared.OrganisationId;
import java.time.Duration;
import java.util.Base64;

/** Does once what comes again under the same {@code Idempotency-Key}, and says again what was said. */
public final class Once {

    private static final System.Logger LOGGER = System.getLogger(Once.class.getName());
    private static final int SERVER_ERRORS = 500;

    /** Most are answered before that, whatever an attempt may take at most. */
    private static final Duration SOON = Duration.ofSeconds(2);

    private final BeginRequest begin;
    private final FinishRequest finish;
    private final Seal seal;

    public Once(BeginRequest begin, FinishRequest finish, Seal seal) {
        this.begin = begin;
        this.finish = finish;
        this.seal = seal;
    }

    /** @param call whose caller's request id is this attempt's alone */
    Answer answer(IdempotencyKey key, Call call, Handler handler) {
        var command = new BeginRequest.Command(key.digest(), call.fingerprint());
        return switch (begin.handle(call.caller(), command)) {
            case BeginRequest.Result.Begun(var organisation) -> attempt(key, organisation, call, handler);
            case BeginRequest.Result.Answered(var organisation, var sealed) -> again(key, organisation, sealed);
            case BeginRequest.Result.AnsweredOnce once -> throw notShownTwice();
            case BeginRequest.Result.Done(var connexion) ->
                throw new Refusal(
                                ProblemType.CONFLICT,
                                "The request under this key took effect"
                                        + (connexion == null ? "" : " on the connexion " + connexion.value())
                                        + ", but its answer was lost.")
                        .withReason("already_done");
            case BeginRequest.Result.InProgress(var wait) ->
                throw new Refusal(ProblemType.IDEMPOTENCY_IN_PROGRESS, "The request under this key is being served.")
                        .retryAfter(wait.compareTo(SOON) < 0 ? wait : SOON);
            case BeginRequest.Result.KeyReused reused ->
                throw new Refusal(ProblemType.IDEMPOTENCY_KEY_REUSED, "This key stands for another request.");
        };
    }

    private Answer attempt(IdempotencyKey key, OrganisationId organisation, Call call, Handler handler) {
        Answer answer;
        try {
            answer = handler.handle(call);
        } catch (Refusal refused) {
            var failed = refused.type().status() >= SERVER_ERRORS;
            finish(call.caller(), key, failed ? new Ending.Failed() : new Ending.Refused());
            throw refused;
        } catch (StaleException | NoOrganisationException refused) {
            finish(call.caller(), key, new Ending.Refused());
            throw refused;
        } catch (DatabaseUnavailableException outage) {
            // it may be committing yet: nobody may look for its traces before the attempt's time is over
            throw outage;
        } catch (RuntimeException | Error failed) {
            finish(call.caller(), key, new Ending.Failed());
            throw failed;
        }
        var ending =
                answer.isSecret() ? new Ending.AnsweredOnce() : new Ending.Answered(sealed(key, organisation, answer));
        finish(call.caller(), key, ending);
        return answer;
    }

    /** What was done is done: that it could not be remembered takes no answer away. */
    private void finish(Caller caller, IdempotencyKey key, Ending ending) {
        try {
            finish.handle(caller, new FinishRequest.Command(key.digest(), ending));
        } catch (RuntimeException failed) {
            LOGGER.log(
                    System.Logger.Level.WARNING,
                    "the end of a request under an idempotency key is not remembered, request="
                            + caller.request().value(),
                    failed);
        }
    }

    private Answer again(IdempotencyKey key, OrganisationId organisation, SealedAnswer sealed) {
        return seal.open(Base64.getDecoder().decode(sealed.base64()), associated(key, organisation))
                .map(KeptAnswer::read)
                .orElseThrow(Once::notShownTwice)
                .with("Idempotency-Replayed", "true");
    }

    private SealedAnswer sealed(IdempotencyKey key, OrganisationId organisation, Answer answer) {
        var bytes = seal.seal(KeptAnswer.write(answer), associated(key, organisation));
        return new SealedAnswer(Base64.getEncoder().encodeToString(bytes));
    }

    private static byte[] associated(IdempotencyKey key, OrganisationId organisation) {
        return ("idempotency/" + organisation.value() + "/" + key.value()).getBytes(UTF_8);
    }

    private static Refusal notShownTwice() {
        return new Refusal(
                        ProblemType.CONFLICT,
                        "The request under this key was answered, and the answer is not shown twice.")
                .withReason("answer_not_kept");
    }
}
