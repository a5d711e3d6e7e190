/**
 * What was said and what is to be done: activities of every channel on one timeline, threads, next actions, mentions. An activity
 * is a fact and stays under the id of the party with which it happened; a timeline shows it to whoever that party has become,
 * so that neither a merge nor a change of hands can lose it. What was said is kept apart and can be erased; the figures stay.
 *
 * <pre>{@code
 * ActivityService activities = new ActivityService(log, contents, parties::facts, unitOfWork, access, clock);
 * Activity call = Activity.builder()
 *         .id("A-1")
 *         .party(customer)
 *         .channel(ActivityChannel.PHONE)
 *         .direction(Direction.IN)
 *         .at(clock.instant())
 *         .author(me)
 *         .build();
 * activities.log(IdempotencyKey.of("call-1"), call, "Asks for an offer", me).orElseThrow();
 * activities.plan(IdempotencyKey.of("next-1"), new NextAction(ActionId.of("N-1"), customer, "offer", tomorrow, me), me);
 * Timeline timeline = activities.timeline(customer);
 * }</pre>
 */
@NullMarked
package dev.erpkit.crm.activity;

import org.jspecify.annotations.NullMarked;
