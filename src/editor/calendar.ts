import * as vscode from 'vscode';
import { dayOf, type Day } from '../core/retirement/standing';

/** What day it is, for what is said of retirements; surfaces are told when it changes, since a window stays open overnight. */
export class Calendar implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<Day>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #set: Day | undefined;

  /** Fires when another day has begun. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#waitForMidnight();
  }

  /** The day where the program runs. */
  get today(): Day {
    return this.#set ?? dayOf(new Date());
  }

  /** Makes it another day, for tests; undefined goes back to the clock's. */
  pretend(day: Day | undefined): void {
    this.#set = day;
    this.#changed.fire(this.today);
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#changed.dispose();
  }

  #waitForMidnight(): void {
    const now = new Date();
    const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
    this.#timer = setTimeout(() => {
      this.#changed.fire(this.today);
      this.#waitForMidnight();
    }, midnight.getTime() - now.getTime());
  }
}
