/**
 * What goes wrong, made to go wrong: a shop of real processes under faults that a seed decides, commands that are cut off
 * at each of their requests, and somebody who acts between any two requests of somebody else.
 *
 * <p>Each counterexample of the protocol (its section G) has a test that fails when its rule is taken out; the tests carry
 * its id as a tag:
 *
 * <pre>
 * G1 G3 G4 G5 G6 G7 G8 G10 G11 G15 G16   InBetweenTest; G3 also GateTest, G8 also ReserveTest
 * G9                                     ReserveTest.noAnswerTouchesNothing, FailurePointsTest
 * G12                                    MovementsTest.aWriteOffTakesAtMostWhatIsAvailableAndNeverWhatIsHeld
 * J1 J2 J3 J4 J5 J7 J8 J13 J14           JobCounterexamplesTest; J2 J5 also FulfilmentTest, J7 J8 also JobSyncTest
 * J11                                    JanitorTest.sparesAnOrderThatFailedAnewAfterItLooked
 * J12                                    JobReconcilerTest.aPaidOrderWhoseJobWasFlushedGetsItBack
 * M1 to M7                               LatePaymentTest; M6 also BrokenOffTest, M7 also PaymentRunsTest
 * E1 E2 E4 E5 E11                        JoinTest
 * E6 E7 E8                               CallTest
 * E9                                     UndoTest.notWhenTheCustomerHasAnotherTicketByNow
 * E10                                    CounterTest.aLeaseThatEndsWhileSomebodyWaitsIsOver
 * E12                                    ReserveTest.whoWaitedForARebuildReservesUnderTheNewEpoch
 * E14                                    BusinessDayTest.aJoinThatCommitsAfterTheSweepIsFoundByTheNext
 * E15                                    MovementsTest.twoReturnsAtOnceTakeBackFiveOfFive
 * </pre>
 */
package dev.callboard.faults;
