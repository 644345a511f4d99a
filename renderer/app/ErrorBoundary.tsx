// A bug on one screen must not take the desk with it: what is saved stays saved, and there is a way back.
import { Component, type ReactNode } from 'react';
import { usePrefs } from '#renderer/desk/prefs.ts';
import styles from './app.module.css';

export class ErrorBoundary extends Component<{ children: ReactNode }, { fault: Error | undefined }> {
  override state: { fault: Error | undefined } = { fault: undefined };

  static getDerivedStateFromError(fault: Error) {
    return { fault };
  }

  override render() {
    const { fault } = this.state;
    if (!fault) return this.props.children;
    const { words } = usePrefs.getState();
    return (
      <main className={styles.fault}>
        <h1>{words.say('app.faultTitle')}</h1>
        <p>{words.say('app.faultText')}</p>
        <pre dir="ltr">{fault.message}</pre>
        <button type="button" className={styles.plainButton} onClick={() => location.reload()}>
          {words.say('app.reload')}
        </button>
      </main>
    );
  }
}
