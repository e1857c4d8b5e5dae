// Records what breaks the policy, and what fails, from here on.
window.violations = [];
window.mistakes = [];
document.addEventListener('securitypolicyviolation', event =>
  window.violations.push(event.violatedDirective + ' ' + event.blockedURI + ' ' + event.sourceFile + ':' + event.lineNumber));
addEventListener('error', ({ message, target }) => window.mistakes.push(message ?? 'not loaded: ' + (target.src ?? target.href)), true);
addEventListener('unhandledrejection', event => window.mistakes.push(String(event.reason)));
